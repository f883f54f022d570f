"""typing_extensions: what newer versions of typing have."""

from typing import *
