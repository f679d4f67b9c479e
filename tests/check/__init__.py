"""Tests of `cxsite.check`."""
