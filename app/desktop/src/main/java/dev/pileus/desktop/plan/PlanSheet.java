package dev.pileus.desktop.plan;

import dev.pileus.model.store.InstanceKey;
import java.util.List;

/// A plan in words, ready to be shown.
///
/// @param heads of the five columns
/// @param nothing what stands instead of rows when there are none
/// @param after how many instances each member holds then; may be empty
/// @param commands of the stock client, one a line
/// @param run title of the button that runs it
record PlanSheet(
        String title,
        String subtitle,
        List<Remark> verdicts,
        List<String> heads,
        List<Row> rows,
        String nothing,
        String after,
        List<Remark> remarks,
        String commands,
        String run,
        boolean canRun) {
    PlanSheet {
        verdicts = List.copyOf(verdicts);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /// What happens to one instance.
    ///
    /// @param severity of the action and of what users notice meanwhile
    record Row(
            InstanceKey key,
            String instance,
            String action,
            String place,
            String meanwhile,
            String why,
            Severity severity) {}
}
