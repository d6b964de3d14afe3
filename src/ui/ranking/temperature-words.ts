/** What the ranking says of a temperature that is not the model's own. */
export const temperatureWords = {
  name: (temperature: string) => `Temperature ${temperature}`,
  text: 'What the logits are divided by before they become shares: above 1 the shares move closer together, below 1 the best takes more, and the order stays.',
} as const
