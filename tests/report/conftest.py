import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # any_document.py and sarif_rules.py beside the tests
