"""Matplotlib: its pyplot alone."""
