-- When the document was put together that a copy follows, in milliseconds since 1970: an older one does not replace it.
alter table MP_RECEIVED add column TOLD_AT bigint default 0 not null;
