// What a new kit begins with. Everyone changes it; without it, what must be said is forgotten.

/** "[until when]" is what the interview asks for before it is read out. */
export const OPENING = `Welcome, and thank you for taking the time. [Say your name and your role.]

I will take notes on this laptop while you talk, so you will hear me type. Nothing is recorded, neither sound nor picture, and no artificial intelligence listens, writes or rates. The notes are kept until [until when]. If you would like a copy of them, [say whom to ask].

[Say how much time there is.] Everyone who applies for this role is asked the same questions. At the end there is time for your own.

Take time to think before you answer. You can ask me to repeat or to explain a question. If I move on to the next one, it is only because of the time.

Is there anything you would like to ask before we start?`;

export const CLOSING = `Those were all my questions. Is there anything that you would like to add to one of your answers?

Now it is your turn. What would you like to ask me?

[Answer. Then say what happens next: who will be in touch, how, and by which day.]

Thank you very much for your time and for your answers.`;
