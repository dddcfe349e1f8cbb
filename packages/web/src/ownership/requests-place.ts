/** Where on the page of a collaboration the questions about data stand, for a link that leads there. */
export const requestsPlace = 'vragen-over-gegevens'
