/** What this receiver accepts. Change it here if your site moves, or if the widget is on another host. */
export const settings = {
  /** The address of your help center, which readers without JavaScript go back to. */
  site: 'https://help.example.com/',
  /** Only pages of these origins can send anything. */
  origins: ['https://help.example.com'],
  /** What readers without JavaScript see after a yes, and after a no. */
  thanks: { en: ['Thank you.', 'Thank you. We will look into it.'] },
  /** How many requests a client can send in ten minutes. */
  requestsPerClient: 60,
  /** How many of a client's votes on the same article count in a day. */
  votesPerArticle: 5,
  /** How many events are kept in a day, whoever sends them. */
  eventsPerDay: 100_000,
  /** After how many days they are deleted. */
  keepDays: 400,
};
