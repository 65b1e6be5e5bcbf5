"""Files that an iGOT Cell imports: opened, recognised and read row by row."""
