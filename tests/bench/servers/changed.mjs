// What colleagues write while a device is away: every hundredth contact gets a new job title.
export const changed = (contacts, share) => {
  const step = Math.round(1 / share);
  return contacts.filter((_, at) => at % step === 0).map((contact) => ({ ...contact, job_title: 'Changed while away' }));
};
