/** What a model can be asked, in the order in which a person meets it. This is where `core` lists its tasks. */
export const MODEL_TASKS = ['zero-shot', 'fixed-labels'] as const

/** What a model is asked. */
export type ModelTask = (typeof MODEL_TASKS)[number]

/** The task of the model that a new visit begins with. */
export const FIRST_TASK: ModelTask = 'zero-shot'

/** Whether a value from outside names a task. */
export const isModelTask = (value: unknown): value is ModelTask => MODEL_TASKS.some((task) => task === value)
