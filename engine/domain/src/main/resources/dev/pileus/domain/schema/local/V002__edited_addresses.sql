-- where members are since `cluster edit`, until the cluster's table nodes says the same
CREATE TABLE edited_addresses (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE);
