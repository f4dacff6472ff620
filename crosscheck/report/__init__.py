"""Stage 6, report: findings in, documents and pages out. One file per output format; all read the findings document."""
