"""Definitions and rows to series: every number with its n, method, period, interval and the rows it came from."""
