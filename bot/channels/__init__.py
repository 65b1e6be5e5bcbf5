"""One file a platform: raw update → Inbound, Rendered → request. Nothing else knows a platform."""
