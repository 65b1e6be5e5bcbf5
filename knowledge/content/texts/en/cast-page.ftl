### The desk page's tab of broadcasts.

page-cast-tab = Broadcasts
page-cast-talk = Broadcasts: what is said
page-cast-write = Write to the broadcasts
page-cast-list = The broadcasts and what became of them
page-cast-none = There is no broadcast yet.
page-cast-unknown = Write /broadcast or use the buttons; an audience is counted with /audience.
