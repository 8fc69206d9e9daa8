// Helpers shared by the rooms' tests.
