-- Who put together the document that a copy follows, as a digest, and whether it was signed off: another does not replace it.
alter table MP_RECEIVED add column TOLD_BY varchar(64) default '' not null;
alter table MP_RECEIVED add column SIGNED boolean default false not null;
