"""Relations that rules read: by the words of kg/lang, and by form."""
