-- Where a record comes from opens with that record: until now it was opened as contact details are. What was kept apart as work
-- or marked as safeguarding stays what it is.
update version set data_class = 'origin' where type = 'Provenance' and data_class = 'contact';
