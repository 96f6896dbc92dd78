/** Skeletons, not letters: the slots are where the person comes in. */
export const frameworks: { name: string; text: string }[] = [
  {
    name: 'We were late',
    text: 'Dear {{preferredName}},\n\n{{what the waiting cost them}}, and that was our doing: {{what went wrong here}}.\n\n{{what happens next}} by {{day and time}}. I will write to you then, even if there is no news.\n\n{{myName}}',
  },
  {
    name: 'A visit is booked',
    text: 'Dear {{preferredName}},\n\n{{who}} comes to you on {{day and time}} for {{their matter in their words}}. It takes about {{how long}}; {{what they need to prepare, or nothing}}.\n\n{{myName}}',
  },
  {
    name: 'No, but',
    text: 'Dear {{preferredName}},\n\n{{what they asked}} is not possible {{the reason, plainly}}. What I can do: {{another way}}. Would that help you?\n\n{{myName}}',
  },
  {
    name: 'We found the cause',
    text: 'Dear {{preferredName}},\n\nit was {{the cause, in plain words}}. {{what was done}}, and {{what keeps it from happening again}}.\n\n{{myName}}',
  },
  {
    name: 'One thing is missing',
    text: 'Dear {{preferredName}},\n\nfor {{their matter}} I need one thing from you: {{the one thing, and why}}. As soon as I have it, {{what happens, by when}}.\n\n{{myName}}',
  },
  {
    name: 'Price',
    text: 'Dear {{preferredName}},\n\n{{their matter}} costs {{price}} with everything: {{what is in it}}. The price holds until {{date}}.\n\n{{myName}}',
  },
  {
    name: 'Thank you for writing that',
    text: 'Dear {{preferredName}},\n\n{{what they wrote, in their words}}: {{who it was about}} has read it. {{something only this person could get}}.\n\n{{myName}}',
  },
  {
    name: 'Sorry for your loss',
    text: 'Dear {{preferredName}},\n\n{{something true about the person}}. You need not decide anything now: {{what rests, and what stops by itself}}.\n\n{{myName}}',
  },
]
