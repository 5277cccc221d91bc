"""Tests of the values that stages hand each other."""
