/** The parts of the panel. */
export type ManagerTab = 'now' | 'choose' | 'stored'
