"""Tests of `cxsite.derive`."""
