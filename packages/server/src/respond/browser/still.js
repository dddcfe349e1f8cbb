/** Where nothing is drawn: faces are radio buttons as they are. */
export const setMark = () => {}
