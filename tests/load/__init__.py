"""Tests of `cxsite.load`."""
