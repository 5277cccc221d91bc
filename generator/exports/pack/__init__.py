"""The built site as a folder that opens without a server, from a stick or a drive.

Opened from a disk (`file://`), a browser runs no module scripts and no workers, and fetches nothing. So:

    scripts.py   the site's modules, joined to one classic script
    held.py      what scripts would fetch, as scripts that hand it over when they are loaded
    reader.js    gives scripts those files when they fetch, and completes links that lead to a folder
    pages.py     pages whose links name the file, that load those scripts, and say of a film that it is not there
    folder.py    all of it, as a folder and as one zip
"""
