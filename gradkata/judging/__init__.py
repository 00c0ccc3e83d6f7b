"""From a submission to a report."""
