"""Tests of `cxsite.measure`."""
