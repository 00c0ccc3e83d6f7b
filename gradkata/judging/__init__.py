"""Judge a submission: from the submitted file to a report."""
