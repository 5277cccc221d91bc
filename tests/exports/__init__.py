"""Tests of what the hub hands to other systems."""
