"""What a review says on the forge: one comment on a pull or merge request, updated in place."""
