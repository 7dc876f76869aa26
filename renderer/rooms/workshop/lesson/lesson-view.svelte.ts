/** Whether the lesson is open, and whose way through the network it shows; the same for every run until the page is left. */
class LessonView {
  open = $state(false);
  /** text of the pin; one that a run lacks gives way to its first */
  shown = $state('');
}

export const lessonView = new LessonView();
