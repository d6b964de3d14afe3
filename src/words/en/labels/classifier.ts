/** What is said of a classifier's labels; these texts come with its part (ADR 31). */
export const classifierLabels = {
  labels: {
    choose: 'Choose a classifier',
    chooseText:
      'It knows a thousand labels of its own and no others. They are grouped into six categories. Its size is shown before anything is downloaded.',
    figures: '{{parameters}} million parameters, {{accuracy}} % right on ImageNet',
    unchecked: 'Figures as published, not checked.',
    categories: 'Categories',
    categoriesBest: 'Categories, best first',
    classesBest: 'ImageNet classes, best first',
    classes: 'Classes',
    ownLabels_one: 'This model knows {{count, number}} label of its own.',
    ownLabels_other: 'This model knows {{count, number}} labels of its own.',
    ownLabelsText: 'They are not ImageNet’s, so they are not grouped into categories.',
    mapping:
      'The percentage of a category is the sum of its classes. The colour of a class shows its category.',
    copyLink: 'Copy a link',
    found: 'Labels found',
    share: '{{label}}, {{percent}}',
  },
} as const
