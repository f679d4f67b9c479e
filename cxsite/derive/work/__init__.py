"""Hotspots and actions: how bad, how far, and what was achieved."""
