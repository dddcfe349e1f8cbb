/** The pages of the room *Gesprekken*, each loaded when it is opened. */
export const dialogueRoutes = [] as const
