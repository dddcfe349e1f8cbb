/** The pages of the room *Leren*, each loaded when it is opened. */
export const learningRoutes = [] as const
