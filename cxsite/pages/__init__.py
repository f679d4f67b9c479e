"""From views and drawings to page plans: one module and one template a page kind. Knows no site engine."""
