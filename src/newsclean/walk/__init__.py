"""The walk: from a tree to drafts of blocks, under rules that point."""
