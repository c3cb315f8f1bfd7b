"""Situational pictures in the workspace: written, merged, weighed, frozen."""
