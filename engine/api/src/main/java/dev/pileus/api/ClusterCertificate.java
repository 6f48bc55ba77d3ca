package dev.pileus.api;

/// Body of `PUT /1.0/cluster/certificate`: what all members present from now on (CONTRACT 8.7).
///
/// @param clusterCertificate PEM
/// @param clusterCertificateKey PEM; never log it
public record ClusterCertificate(String clusterCertificate, String clusterCertificateKey) {
    public ClusterCertificate {
        clusterCertificate = Absent.text(clusterCertificate);
        clusterCertificateKey = Absent.text(clusterCertificateKey);
    }

    @Override
    public String toString() {
        return "ClusterCertificate[]";
    }
}
