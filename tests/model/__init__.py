"""Tests of `cxsite.model`."""
