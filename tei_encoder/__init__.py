"""Records of conversations to scholarly TEI P5, with nothing lost or invented."""

__version__ = "0.1.0"
