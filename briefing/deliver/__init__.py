"""deliver: finished files reach people, once."""
