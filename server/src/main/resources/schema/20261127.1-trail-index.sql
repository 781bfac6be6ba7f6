-- Nobody looks for entries by their client, and every read pays for the index.
drop index MP_TRAIL_CLIENT;
