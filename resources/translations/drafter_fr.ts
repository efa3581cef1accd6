<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Drafter</source>
        <translation>À propos de Drafter</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Starts a new draft</source>
        <translation>Commence un nouveau projet</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>Opens a draft, or reads a resolution from another kind of file</source>
        <translation>Ouvre un projet, ou lit une résolution dans un autre type de fichier</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Saves the draft</source>
        <translation>Enregistre le projet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Saves the draft under another name</source>
        <translation>Enregistre le projet sous un autre nom</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>Writes the text as a Word file, plain text or Markdown</source>
        <translation>Écrit le texte dans un fichier Word, texte brut ou Markdown</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Closes this draft</source>
        <translation>Ferme ce projet</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Closes all drafts and ends the program</source>
        <translation>Ferme tous les projets et quitte le programme</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Takes the last step back</source>
        <translation>Revient sur la dernière action</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Does again what was last undone</source>
        <translation>Refait ce qui vient d’être annulé</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Puts the selection on the clipboard and takes it out</source>
        <translation>Place la sélection dans le presse-papiers et la retire du texte</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cou&amp;per</translation>
    </message>
    <message>
        <source>Puts the selection on the clipboard</source>
        <translation>Place la sélection dans le presse-papiers</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Inserts what is on the clipboard, with its structure and notes</source>
        <translation>Insère le contenu du presse-papiers, avec sa structure et ses notes</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Inserts the words on the clipboard without what they look like</source>
        <translation>Insère les mots du presse-papiers sans leur mise en forme</translation>
    </message>
    <message>
        <source>Paste as plain te&amp;xt</source>
        <translation>Coller comme te&amp;xte brut</translation>
    </message>
    <message>
        <source>Selects the whole text</source>
        <translation>Sélectionne tout le texte</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Tout &amp;sélectionner</translation>
    </message>
    <message>
        <source>Sets the selection in italics, or not</source>
        <translation>Met la sélection en italique, ou non</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Italique</translation>
    </message>
    <message>
        <source>Sets the selection in bold, or not</source>
        <translation>Met la sélection en gras, ou non</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Gras</translation>
    </message>
    <message>
        <source>Raises the selection, as in 65e</source>
        <translation>Met la sélection en exposant, comme dans 65e</translation>
    </message>
    <message>
        <source>Raised &amp;letters</source>
        <translation>&amp;Exposant</translation>
    </message>
    <message>
        <source>Inserts a footnote at the caret</source>
        <translation>Insère une note de bas de page au curseur</translation>
    </message>
    <message>
        <source>&amp;Footnote</source>
        <translation>&amp;Note de bas de page</translation>
    </message>
    <message>
        <source>Finds a resolution, treaty or document and cites it at the caret</source>
        <translation>Trouve une résolution, un traité ou un document et le cite au curseur</translation>
    </message>
    <message>
        <source>&amp;Citation…</source>
        <translation>&amp;Citation…</translation>
    </message>
    <message>
        <source>Makes the paragraph a preambular one</source>
        <translation>Fait du paragraphe un alinéa du préambule</translation>
    </message>
    <message>
        <source>&amp;Preambular paragraph</source>
        <translation>Alinéa du &amp;préambule</translation>
    </message>
    <message>
        <source>Makes the paragraph an operative one</source>
        <translation>Fait du paragraphe un paragraphe du dispositif</translation>
    </message>
    <message>
        <source>&amp;Operative paragraph</source>
        <translation>Paragraphe du &amp;dispositif</translation>
    </message>
    <message>
        <source>Makes the paragraph a section heading</source>
        <translation>Fait du paragraphe un intertitre</translation>
    </message>
    <message>
        <source>Section &amp;heading</source>
        <translation>&amp;Intertitre</translation>
    </message>
    <message>
        <source>Makes the paragraph an item of the one above (Tab at its start)</source>
        <translation>Fait du paragraphe un alinéa du précédent (Tab au début)</translation>
    </message>
    <message>
        <source>Level &amp;down</source>
        <translation>Abaisser d’un &amp;niveau</translation>
    </message>
    <message>
        <source>Takes the item a level up (Shift+Tab at its start)</source>
        <translation>Remonte l’alinéa d’un niveau (Maj+Tab au début)</translation>
    </message>
    <message>
        <source>Level &amp;up</source>
        <translation>Re&amp;monter d’un niveau</translation>
    </message>
    <message>
        <source>Moves the paragraph with its items up</source>
        <translation>Déplace le paragraphe et ses alinéas vers le haut</translation>
    </message>
    <message>
        <source>&amp;Move up</source>
        <translation>Déplacer vers le &amp;haut</translation>
    </message>
    <message>
        <source>Moves the paragraph with its items down</source>
        <translation>Déplace le paragraphe et ses alinéas vers le bas</translation>
    </message>
    <message>
        <source>Mo&amp;ve down</source>
        <translation>Déplacer vers le &amp;bas</translation>
    </message>
    <message>
        <source>Deletes the paragraph with its items; its notes are kept</source>
        <translation>Supprime le paragraphe et ses alinéas&#xa0;; ses notes sont gardées</translation>
    </message>
    <message>
        <source>De&amp;lete paragraph</source>
        <translation>&amp;Supprimer le paragraphe</translation>
    </message>
    <message>
        <source>Shows the page larger</source>
        <translation>Agrandit la page</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Agrandir</translation>
    </message>
    <message>
        <source>Shows the page smaller</source>
        <translation>Réduit la page</translation>
    </message>
    <message>
        <source>Zoom ou&amp;t</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>Shows the page in its usual size</source>
        <translation>Affiche la page dans sa taille normale</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Taille normale</translation>
    </message>
    <message>
        <source>Follows the light or dark colours of the system</source>
        <translation>Suit les couleurs claires ou sombres du système</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Couleurs du &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>Couleurs &amp;claires</translation>
    </message>
    <message>
        <source>Shows light colours</source>
        <translation>Affiche des couleurs claires</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Couleurs so&amp;mbres</translation>
    </message>
    <message>
        <source>Shows dark colours</source>
        <translation>Affiche des couleurs sombres</translation>
    </message>
    <message>
        <source>Colours: {0}</source>
        <translation>Couleurs&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Goes to the page</source>
        <translation>Va à la page</translation>
    </message>
    <message>
        <source>To the &amp;page</source>
        <translation>Aller à la &amp;page</translation>
    </message>
</context>
<context>
    <name>AfterCrash</name>
    <message>
        <source>What was last written in %1 was not saved, but it is kept.</source>
        <translation>Les derniers mots écrits dans %1 n’ont pas été enregistrés, mais ils sont gardés.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Les rétablir</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Les voir</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Voir</translation>
    </message>
    <message numerus="yes">
        <source>(A draft was|%Ln drafts were) not saved when the program ended.</source>
        <translation>
            <numerusform>Un projet n’était pas enregistré quand le programme s’est arrêté.</numerusform>
            <numerusform>%Ln projets n’étaient pas enregistrés quand le programme s’est arrêté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back what was not saved</source>
        <translation>le rétablissement de ce qui n’était pas enregistré</translation>
    </message>
</context>
<context>
    <name>Artist</name>
    <message>
        <source>Item</source>
        <translation>Alinéa</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Intertitre</translation>
    </message>
    <message>
        <source>Title of the annex</source>
        <translation>Titre de l’annexe</translation>
    </message>
    <message>
        <source>Closing line</source>
        <translation>Mention finale</translation>
    </message>
    <message>
        <source>Preambular paragraph</source>
        <translation>Alinéa du préambule</translation>
    </message>
    <message>
        <source>Operative paragraph</source>
        <translation>Paragraphe du dispositif</translation>
    </message>
</context>
<context>
    <name>CensusModel</name>
    <message>
        <source>All organs</source>
        <translation>Tous les organes</translation>
    </message>
    <message>
        <source>Session {0}</source>
        <translation>Session {0}</translation>
    </message>
    <message>
        <source>Year not known</source>
        <translation>Année inconnue</translation>
    </message>
    <message>
        <source>Organ, session or year</source>
        <translation>Organe, session ou année</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textes</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Paragraphes</translation>
    </message>
</context>
<context>
    <name>CitationPopup</name>
    <message>
        <source>In the text</source>
        <translation>Dans le texte</translation>
    </message>
    <message>
        <source>In a footnote</source>
        <translation>Dans une note</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Citer</translation>
    </message>
    <message>
        <source>Number, words of a title, or a symbol: 60/288, child convention, A/61/179</source>
        <translation>Numéro, mots d’un titre ou cote&#xa0;: 60/288, convention enfant, A/61/179</translation>
    </message>
    <message>
        <source>Number, words or symbol of what is to be cited</source>
        <translation>Numéro, mots ou cote de ce qui est à citer</translation>
    </message>
    <message>
        <source>What can be cited</source>
        <translation>Ce qui peut être cité</translation>
    </message>
    <message>
        <source>What is put into the text</source>
        <translation>Ce qui est mis dans le texte</translation>
    </message>
    <message>
        <source>What the footnote says</source>
        <translation>Ce que dit la note</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Type a number, words of a title, or the symbol of a document.</source>
        <translation>Tapez un numéro, des mots d’un titre ou la cote d’un document.</translation>
    </message>
    <message>
        <source>Nothing known has this number or these words.</source>
        <translation>Rien de connu ne porte ce numéro ni ces mots.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>– its source goes into a footnote</source>
        <translation>– sa source va dans une note</translation>
    </message>
</context>
<context>
    <name>CitationRows</name>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>Treaty Series {0}</source>
        <translation>Recueil des Traités {0}</translation>
    </message>
    <message>
        <source>resolution {0}</source>
        <translation>résolution {0}</translation>
    </message>
    <message>
        <source>Title not known</source>
        <translation>Titre inconnu</translation>
    </message>
    <message>
        <source>date not known</source>
        <translation>date inconnue</translation>
    </message>
    <message>
        <source>from its text</source>
        <translation>d’après son texte</translation>
    </message>
    <message>
        <source>published table</source>
        <translation>table publiée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln citation(s)</source>
        <translation>
            <numerusform>%Ln citation</numerusform>
            <numerusform>%Ln citations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Cite</source>
        <translation>la citation</translation>
    </message>
    <message>
        <source>Cite in a footnote</source>
        <translation>la citation en note</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>La modifier</translation>
    </message>
    <message>
        <source>Footnote {0}: {1}</source>
        <translation>Note {0}&#xa0;: {1}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type the name of a command…</source>
        <translation>Tapez le nom d’une commande…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation>Aucune commande ne porte ce nom.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>What differs</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>The two are the same.</source>
        <translation>Les deux textes sont identiques.</translation>
    </message>
    <message>
        <source>The text is the same; something in the masthead or the notes differs.</source>
        <translation>Le texte est le même&#xa0;; l’en-tête ou les notes diffèrent.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln modifié</numerusform>
            <numerusform>%Ln modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>%Ln déplacé</numerusform>
            <numerusform>%Ln déplacés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln ajouté</numerusform>
            <numerusform>%Ln ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln taken out</source>
        <translation>
            <numerusform>%Ln supprimé</numerusform>
            <numerusform>%Ln supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(one note|%Ln notes)</source>
        <translation>
            <numerusform>une note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message>
        <source>What differs: %1</source>
        <translation>Différences&#xa0;: %1</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>organ</source>
        <translation>organe</translation>
    </message>
    <message>
        <source>kind of document</source>
        <translation>type de document</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>cote</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>organ line</source>
        <translation>mention de l’organe</translation>
    </message>
    <message>
        <source>closing lines</source>
        <translation>mentions finales</translation>
    </message>
    <message>
        <source>vote</source>
        <translation>vote</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>distribution</translation>
    </message>
    <message>
        <source>date of issue</source>
        <translation>date de publication</translation>
    </message>
    <message>
        <source>original language</source>
        <translation>langue originale</translation>
    </message>
    <message>
        <source>name of the organ</source>
        <translation>nom de l’organe</translation>
    </message>
    <message>
        <source>session</source>
        <translation>session</translation>
    </message>
    <message>
        <source>dates of the session</source>
        <translation>dates de la session</translation>
    </message>
    <message>
        <source>agenda items</source>
        <translation>points de l’ordre du jour</translation>
    </message>
    <message>
        <source>committee</source>
        <translation>commission</translation>
    </message>
    <message>
        <source>sponsors</source>
        <translation>auteurs</translation>
    </message>
    <message>
        <source>submitted by</source>
        <translation>présenté par</translation>
    </message>
    <message>
        <source>date of adoption</source>
        <translation>date d’adoption</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>séance</translation>
    </message>
    <message>
        <source>heading of adoption</source>
        <translation>mention d’adoption</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>origine</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>déplacé</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>type</translation>
    </message>
    <message>
        <source>part</source>
        <translation>partie</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>note %1</source>
        <translation>note %1</translation>
    </message>
    <message numerus="yes">
        <source>(One paragraph|%Ln paragraphs) the same</source>
        <translation>
            <numerusform>Un paragraphe identique</numerusform>
            <numerusform>%Ln paragraphes identiques</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorpusDialog</name>
    <message>
        <source>Add &amp;files…</source>
        <translation>Ajouter des &amp;fichiers…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>Ajouter un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Get more…</source>
        <translation>O&amp;btenir d’autres textes…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>&amp;Look for damage</source>
        <translation>&amp;Vérifier l’état</translation>
    </message>
    <message>
        <source>Make inde&amp;xes again</source>
        <translation>Reconstruire les inde&amp;x</translation>
    </message>
    <message>
        <source>Give back &amp;room</source>
        <translation>Libérer de l’&amp;espace</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>What is in the corpus, by organ, session or year</source>
        <translation>Contenu du corpus, par organe, session ou année</translation>
    </message>
    <message>
        <source>Looks for damage; nothing is changed</source>
        <translation>Recherche des dommages&#xa0;; rien n’est modifié</translation>
    </message>
    <message>
        <source>Makes wordings and indexes again from the texts</source>
        <translation>Reconstruit les formulations et les index à partir des textes</translation>
    </message>
    <message>
        <source>Gives back the room of what was removed</source>
        <translation>Libère la place de ce qui a été retiré</translation>
    </message>
    <message>
        <source>Symbol or number: A/RES/64/177</source>
        <translation>Cote ou numéro&#xa0;: A/RES/64/177</translation>
    </message>
    <message>
        <source>Symbol or number of what is to be removed</source>
        <translation>Cote ou numéro de ce qui est à retirer</translation>
    </message>
    <message>
        <source>Nothing is here yet. Add files, folders or archives, or drop them on this window.</source>
        <translation>Il n’y a encore rien ici. Ajoutez des fichiers, des dossiers ou des archives, ou déposez-les sur cette fenêtre.</translation>
    </message>
    <message>
        <source>Texts by year</source>
        <translation>Textes par année</translation>
    </message>
    <message>
        <source>Choose an organ to see its years alone.</source>
        <translation>Choisissez un organe pour ne voir que ses années.</translation>
    </message>
    <message>
        <source>Something else is being done; wait for it, or stop it.</source>
        <translation>Une autre opération est en cours&#xa0;; attendez-en la fin ou arrêtez-la.</translation>
    </message>
    <message>
        <source>Add to the corpus</source>
        <translation>Ajouter au corpus</translation>
    </message>
    <message>
        <source>Add a folder to the corpus</source>
        <translation>Ajouter un dossier au corpus</translation>
    </message>
    <message>
        <source>Re&amp;move {0} for good</source>
        <translation>&amp;Retirer {0} définitivement</translation>
    </message>
</context>
<context>
    <name>CorpusWork</name>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln texte</numerusform>
            <numerusform>%Ln textes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s)</source>
        <translation>
            <numerusform>%Ln paragraphe</numerusform>
            <numerusform>%Ln paragraphes</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ added</source>
        <translation>✓ ajouté</translation>
    </message>
    <message>
        <source>✓ replaced</source>
        <translation>✓ remplacé</translation>
    </message>
    <message>
        <source>= there already</source>
        <translation>= déjà présent</translation>
    </message>
    <message>
        <source>= newer one kept</source>
        <translation>= version plus récente gardée</translation>
    </message>
    <message>
        <source>● not taken</source>
        <translation>● refusé</translation>
    </message>
    <message>
        <source>− removed</source>
        <translation>− retiré</translation>
    </message>
    <message>
        <source>▲ not found</source>
        <translation>▲ introuvable</translation>
    </message>
    <message>
        <source>● damaged</source>
        <translation>● endommagé</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Ajout en cours…</translation>
    </message>
    <message>
        <source>Getting the open data…</source>
        <translation>Téléchargement des données ouvertes…</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Retrait en cours…</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Recherche de dommages…</translation>
    </message>
    <message>
        <source>Making wordings and indexes again…</source>
        <translation>Reconstruction des formulations et des index…</translation>
    </message>
    <message>
        <source>Giving back room…</source>
        <translation>Libération d’espace…</translation>
    </message>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation>{0}&#xa0;: {1} sur {2}</translation>
    </message>
    <message>
        <source>{0}: {1}; the server does not say of how much</source>
        <translation>{0}&#xa0;: {1}&#xa0;; le serveur n’indique pas le total</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not taken</source>
        <translation>
            <numerusform>%Ln refusé</numerusform>
            <numerusform>%Ln refusés</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken: {0}, {1}.</source>
        <translation>Pris&#xa0;: {0}, {1}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Stopped; what was done is kept.</source>
        <translation>Arrêté&#xa0;; ce qui a été fait est gardé.</translation>
    </message>
    <message>
        <source>Removed: {0}.</source>
        <translation>Retirés&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Damage was found. Make the indexes again; the texts are kept.</source>
        <translation>Des dommages ont été trouvés. Reconstruisez les index&#xa0;; les textes sont gardés.</translation>
    </message>
    <message>
        <source>Everything is sound.</source>
        <translation>Tout est en ordre.</translation>
    </message>
    <message>
        <source>Made again from {0}.</source>
        <translation>Reconstruit à partir de {0}.</translation>
    </message>
    <message>
        <source>{0} given back.</source>
        <translation>{0} libérés.</translation>
    </message>
    <message>
        <source>There already: {0}.</source>
        <translation>Déjà présents&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Not taken: {0}.</source>
        <translation>Refusés&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Passed over, being no texts: {0}.</source>
        <translation>Laissés de côté, car ce ne sont pas des textes&#xa0;: {0}.</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>“%1” is no date; write it like %2.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date&#xa0;; écrivez-la comme %2.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Drafter will be in this language when it starts the next time.</source>
        <translation>Drafter sera dans cette langue à son prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>FilterForm</name>
    <message>
        <source>Adopted without a &amp;vote</source>
        <translation>Adopté sans mise aux &amp;voix</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>&amp;Tout afficher</translation>
    </message>
    <message>
        <source>without a vote</source>
        <translation>sans mise aux voix</translation>
    </message>
    <message>
        <source>The draft’s</source>
        <translation>Celle du projet</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>Toutes les parties</translation>
    </message>
    <message>
        <source>Preamble</source>
        <translation>Préambule</translation>
    </message>
    <message>
        <source>Operative part</source>
        <translation>Dispositif</translation>
    </message>
    <message>
        <source>Annexes</source>
        <translation>Annexes</translation>
    </message>
    <message>
        <source>All organs</source>
        <translation>Tous les organes</translation>
    </message>
    <message>
        <source>General Assembly</source>
        <translation>Assemblée générale</translation>
    </message>
    <message>
        <source>Security Council</source>
        <translation>Conseil de sécurité</translation>
    </message>
    <message>
        <source>Economic and Social Council</source>
        <translation>Conseil économique et social</translation>
    </message>
    <message>
        <source>Human Rights Council</source>
        <translation>Conseil des droits de l’homme</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>–</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>&amp;Partie</translation>
    </message>
    <message>
        <source>&amp;Organ</source>
        <translation>&amp;Organe</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Années</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation>Respecter la &amp;casse</translation>
    </message>
    <message>
        <source>&amp;Whole word</source>
        <translation>Mot &amp;entier</translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>E&amp;xpression rationnelle</translation>
    </message>
    <message>
        <source>In &amp;selection</source>
        <translation>Dans la &amp;sélection</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>S&amp;uivant</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>&amp;Tout remplacer</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>▲ Not found</source>
        <translation>▲ Introuvable</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln trouvé</numerusform>
            <numerusform>%Ln trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>le remplacement</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>tous les remplacements</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln remplacé</numerusform>
            <numerusform>%Ln remplacés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixMenu</name>
    <message>
        <source>No problem here</source>
        <translation>Pas de problème ici</translation>
    </message>
    <message>
        <source>%1 (please check)</source>
        <translation>%1 (à vérifier)</translation>
    </message>
    <message>
        <source>Ignore here</source>
        <translation>Ignorer ici</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Expliquer</translation>
    </message>
</context>
<context>
    <name>FootnotesPanel</name>
    <message>
        <source>Footnotes appear here. Press F7 to insert one at the caret.</source>
        <translation>Les notes de bas de page apparaissent ici. Appuyez sur F7 pour en insérer une au curseur.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Edit footnote</source>
        <translation>la modification de la note</translation>
    </message>
    <message>
        <source>Delete footnote</source>
        <translation>la suppression de la note</translation>
    </message>
</context>
<context>
    <name>GetMoreDialog</name>
    <message>
        <source>&amp;Get</source>
        <translation>&amp;Obtenir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Get more precedents</source>
        <translation>Obtenir d’autres précédents</translation>
    </message>
    <message>
        <source>Terms of use</source>
        <translation>Conditions d’utilisation</translation>
    </message>
    <message>
        <source>Nothing is sent or fetched until you press Get. What is stopped, or breaks off, goes on where it was the next time.</source>
        <translation>Rien n’est envoyé ni téléchargé avant que vous ne cliquiez sur Obtenir. Ce qui est arrêté ou interrompu reprend la fois suivante là où il en était.</translation>
    </message>
    <message>
        <source>Another address, of a copy inside your own network or of one archive</source>
        <translation>Une autre adresse&#xa0;: celle d’une copie dans votre propre réseau ou d’une seule archive</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Resolutions of</source>
        <translation>Résolutions de</translation>
    </message>
    <message>
        <source>In these languages</source>
        <translation>Dans ces langues</translation>
    </message>
    <message>
        <source>{0} are here already; goes on from there</source>
        <translation>{0} sont déjà là&#xa0;; le téléchargement reprendra à cet endroit</translation>
    </message>
    <message>
        <source>{0} when it was fetched on {1}</source>
        <translation>{0} lors du téléchargement du {1}</translation>
    </message>
</context>
<context>
    <name>GuessesPanel</name>
    <message>
        <source>Looks &amp;right</source>
        <translation>&amp;C’est juste</translation>
    </message>
    <message>
        <source>&amp;All look right</source>
        <translation>&amp;Tout est juste</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>What the import was not sure of</source>
        <translation>Ce dont l’importation n’était pas sûre</translation>
    </message>
    <message>
        <source>Words of the source</source>
        <translation>Mots de la source</translation>
    </message>
    <message>
        <source>The source, the line of the guess marked</source>
        <translation>La source, avec la ligne en question marquée</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>Dans la source</translation>
    </message>
    <message>
        <source>The import was not sure of these. F8 goes to the next one.</source>
        <translation>L’importation n’était pas sûre de ces passages. F8 va au suivant.</translation>
    </message>
    <message>
        <source>Nothing left to look at.</source>
        <translation>Il n’y a plus rien à vérifier.</translation>
    </message>
    <message>
        <source>Confirm guess</source>
        <translation>la confirmation du passage</translation>
    </message>
    <message>
        <source>Confirm all guesses</source>
        <translation>la confirmation de tous les passages</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>S&amp;uivant</translation>
    </message>
    <message>
        <source>Drafter help</source>
        <translation>Aide de Drafter</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Table des matières</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Find in the help…</source>
        <translation>Rechercher dans l’aide…</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>Rechercher dans l’aide</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Press a key, with Ctrl or Alt, or one of F1 to F12.</source>
        <translation>Appuyez sur une touche avec Ctrl ou Alt, ou sur une touche de F1 à F12.</translation>
    </message>
    <message>
        <source>This key writes or moves on the page; press it with Ctrl or Alt.</source>
        <translation>Cette touche écrit ou se déplace sur la page&#xa0;; appuyez dessus avec Ctrl ou Alt.</translation>
    </message>
    <message>
        <source>This key moves, selects or deletes on the page.</source>
        <translation>Cette touche déplace, sélectionne ou supprime sur la page.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Change keys</source>
        <translation>Modifier les raccourcis</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Attribuer</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>A&amp;ucun raccourci</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>Raccourci d’&amp;origine</translation>
    </message>
    <message>
        <source>&amp;All usual keys</source>
        <translation>&amp;Tous les raccourcis d’origine</translation>
    </message>
    <message>
        <source>Type the name of a command…</source>
        <translation>Tapez le nom d’une commande…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Commandes et raccourcis</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouveau raccourci</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>&amp;Nouveau raccourci&#xa0;:</translation>
    </message>
    <message>
        <source>%1 · changed</source>
        <translation>%1 · modifié</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>Ce raccourci est libre.</translation>
    </message>
    <message>
        <source>The command has this key already.</source>
        <translation>La commande a déjà ce raccourci.</translation>
    </message>
    <message>
        <source>▲ %1 belongs to “%2”, which will lose it.</source>
        <translation>▲ %1 appartient à «&#xa0;%2&#xa0;», qui le perdra.</translation>
    </message>
</context>
<context>
    <name>KindBox</name>
    <message>
        <source>Annex heading</source>
        <translation>Titre d’annexe</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Quoted text</source>
        <translation>Texte cité</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Paragraph of the annex</source>
        <translation>Paragraphe de l’annexe</translation>
    </message>
    <message>
        <source>Kind of paragraph</source>
        <translation>Type de paragraphe</translation>
    </message>
    <message>
        <source>What the paragraph at the caret is</source>
        <translation>Ce qu’est le paragraphe au curseur</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>That of the &amp;system</source>
        <translation>Celle du &amp;système</translation>
    </message>
    <message>
        <source>The language of menus and messages, from the next start</source>
        <translation>La langue des menus et des messages, à partir du prochain démarrage</translation>
    </message>
    <message>
        <source>Language of the program: {0}</source>
        <translation>Langue du programme&#xa0;: {0}</translation>
    </message>
    <message>
        <source>La&amp;nguage of the program</source>
        <translation>Lang&amp;ue du programme</translation>
    </message>
</context>
<context>
    <name>LineageWindow</name>
    <message>
        <source>Through the years</source>
        <translation>Au fil des ans</translation>
    </message>
    <message>
        <source>● without a vote   ○ by vote   – not known</source>
        <translation>● sans mise aux voix   ○ par un vote   – inconnu</translation>
    </message>
    <message>
        <source>The wordings and their changes</source>
        <translation>Les formulations et leurs changements</translation>
    </message>
    <message numerus="yes">
        <source>%Ln use(s)</source>
        <translation>
            <numerusform>%Ln emploi</numerusform>
            <numerusform>%Ln emplois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wording(s)</source>
        <translation>
            <numerusform>%Ln formulation</numerusform>
            <numerusform>%Ln formulations</numerusform>
        </translation>
    </message>
    <message>
        <source>Used once, so there is nothing to compare yet.</source>
        <translation>Utilisée une seule fois&#xa0;: il n’y a encore rien à comparer.</translation>
    </message>
    <message numerus="yes">
        <source>Earlier wordings that are not shown: %Ln</source>
        <translation>
            <numerusform>Formulation plus ancienne non montrée&#xa0;: %Ln</numerusform>
            <numerusform>Formulations plus anciennes non montrées&#xa0;: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln before</source>
        <translation>
            <numerusform>et %Ln avant</numerusform>
            <numerusform>et %Ln avant</numerusform>
        </translation>
    </message>
    <message>
        <source>The same in</source>
        <translation>Identique dans</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Modifications non enregistrées</translation>
    </message>
    <message>
        <source>The draft has changed since it was saved. Save it?</source>
        <translation>Le projet a changé depuis le dernier enregistrement. L’enregistrer&#xa0;?</translation>
    </message>
    <message>
        <source>There is a file %1 already. Replace it?</source>
        <translation>Il existe déjà un fichier %1. Le remplacer&#xa0;?</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Projets</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Word file</source>
        <translation>Fichier Word</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Écrit dans {0}.</translation>
    </message>
    <message>
        <source>Untitled draft</source>
        <translation>Projet sans titre</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Annuler {0}</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>&amp;Rétablir {0}</translation>
    </message>
    <message>
        <source>{0} Mend it, or close again without it.</source>
        <translation>{0} Corrigez-le, ou fermez de nouveau sans lui.</translation>
    </message>
</context>
<context>
    <name>MastheadPanel</name>
    <message>
        <source>Adopted resolution</source>
        <translation>Résolution adoptée</translation>
    </message>
    <message>
        <source>Draft resolution</source>
        <translation>Projet de résolution</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Presidential statement</source>
        <translation>Déclaration présidentielle</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>General Assembly</source>
        <translation>Assemblée générale</translation>
    </message>
    <message>
        <source>Security Council</source>
        <translation>Conseil de sécurité</translation>
    </message>
    <message>
        <source>Economic and Social Council</source>
        <translation>Conseil économique et social</translation>
    </message>
    <message>
        <source>Human Rights Council</source>
        <translation>Conseil des droits de l’homme</translation>
    </message>
    <message>
        <source>Another organ</source>
        <translation>Autre organe</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Date de publication</translation>
    </message>
    <message>
        <source>Date of adoption</source>
        <translation>Date d’adoption</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Non indiquée</translation>
    </message>
    <message>
        <source>S&amp;ponsors</source>
        <translation>A&amp;uteurs</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>&amp;Organ</source>
        <translation>&amp;Organe</translation>
    </message>
    <message>
        <source>Na&amp;me of the organ</source>
        <translation>Nom de l’or&amp;gane</translation>
    </message>
    <message>
        <source>&amp;Symbol</source>
        <translation>&amp;Cote</translation>
    </message>
    <message>
        <source>Resolution &amp;number</source>
        <translation>&amp;Numéro de résolution</translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation>S&amp;ession</translation>
    </message>
    <message>
        <source>Session in &amp;words</source>
        <translation>Session en &amp;lettres</translation>
    </message>
    <message>
        <source>Date of &amp;issue</source>
        <translation>Date de pu&amp;blication</translation>
    </message>
    <message>
        <source>Date of a&amp;doption</source>
        <translation>Date d’a&amp;doption</translation>
    </message>
    <message>
        <source>A&amp;genda items</source>
        <translation>Po&amp;ints de l’ordre du jour</translation>
    </message>
    <message>
        <source>&amp;Committee</source>
        <translation>Co&amp;mmission</translation>
    </message>
    <message>
        <source>O&amp;rigin line</source>
        <translation>Mention d’o&amp;rigine</translation>
    </message>
    <message>
        <source>Original &amp;language</source>
        <translation>Langue origin&amp;ale</translation>
    </message>
    <message>
        <source>Submitted &amp;by</source>
        <translation>&amp;Présenté par</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>One on each line, like:
Agenda item 77 | Oceans</source>
        <translation>Un par ligne, par exemple&#xa0;:
Point 77 | Océans</translation>
    </message>
    <message>
        <source>▲ Not the form of a symbol, like A/RES/64/177.</source>
        <translation>▲ Ce n’est pas la forme d’une cote, comme A/RES/64/177.</translation>
    </message>
    <message>
        <source>▲ This symbol is not of the chosen organ.</source>
        <translation>▲ Cette cote n’est pas celle de l’organe choisi.</translation>
    </message>
    <message>
        <source>▲ This symbol is not of the chosen kind of document.</source>
        <translation>▲ Cette cote n’est pas celle du type de document choisi.</translation>
    </message>
    <message>
        <source>Change kind</source>
        <translation>le changement de type</translation>
    </message>
    <message>
        <source>Change organ</source>
        <translation>le changement d’organe</translation>
    </message>
    <message>
        <source>Change original language</source>
        <translation>le changement de langue originale</translation>
    </message>
    <message>
        <source>Change symbol</source>
        <translation>la modification de la cote</translation>
    </message>
    <message>
        <source>Change number</source>
        <translation>la modification du numéro</translation>
    </message>
    <message>
        <source>Change committee</source>
        <translation>la modification de la commission</translation>
    </message>
    <message>
        <source>Change origin line</source>
        <translation>la modification de la mention d’origine</translation>
    </message>
    <message>
        <source>Change who submits</source>
        <translation>la modification de «&#xa0;présenté par&#xa0;»</translation>
    </message>
    <message>
        <source>Change session</source>
        <translation>la modification de la session</translation>
    </message>
    <message>
        <source>Change agenda items</source>
        <translation>la modification des points de l’ordre du jour</translation>
    </message>
    <message>
        <source>Change date of issue</source>
        <translation>la modification de la date de publication</translation>
    </message>
    <message>
        <source>Change date of adoption</source>
        <translation>la modification de la date d’adoption</translation>
    </message>
    <message>
        <source>Change sponsors</source>
        <translation>la modification des auteurs</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Insertion</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>&amp;Structure</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérification</translation>
    </message>
    <message>
        <source>&amp;Precedents</source>
        <translation>&amp;Précédents</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
</context>
<context>
    <name>NoteMenu</name>
    <message>
        <source>Notes to mark again</source>
        <translation>Notes pouvant recevoir un nouvel appel</translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message>
        <source>Delete this note and its marks</source>
        <translation>Supprimer cette note et ses appels</translation>
    </message>
    <message>
        <source>Footnote %1</source>
        <translation>Note %1</translation>
    </message>
    <message>
        <source>Marked at %1</source>
        <translation>Appelée à %1</translation>
    </message>
    <message>
        <source>▲ Not marked anywhere</source>
        <translation>▲ Appelée nulle part</translation>
    </message>
</context>
<context>
    <name>OfferModel</name>
    <message numerus="yes">
        <source>used (once|%Ln times)</source>
        <translation>
            <numerusform>utilisée une fois</numerusform>
            <numerusform>utilisée %Ln fois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Closing lines</source>
        <translation>Mentions finales</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Annexe</translation>
    </message>
    <message>
        <source>Section heading</source>
        <translation>Intertitre</translation>
    </message>
    <message>
        <source>What comes here? Type on, or press Enter to choose:</source>
        <translation>Qu’est-ce qui vient ici&#xa0;? Continuez à taper, ou choisissez avec Entrée&#xa0;:</translation>
    </message>
    <message>
        <source>New annex</source>
        <translation>la nouvelle annexe</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>la nouvelle section</translation>
    </message>
    <message numerus="yes">
        <source>(The note has|%Ln notes have) no mark any more.</source>
        <translation>
            <numerusform>La note n’a plus d’appel.</numerusform>
            <numerusform>%Ln notes n’ont plus d’appel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete (it|them)</source>
        <translation>
            <numerusform>La supprimer</numerusform>
            <numerusform>Les supprimer</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete footnote</source>
        <translation>la suppression de la note</translation>
    </message>
</context>
<context>
    <name>OpenerPopup</name>
    <message>
        <source>Opening phrases</source>
        <translation>Formules d’ouverture</translation>
    </message>
    <message>
        <source>Tab takes the first, ↓ chooses</source>
        <translation>Tab prend la première, ↓ choisit</translation>
    </message>
    <message>
        <source>Tab or Enter takes the chosen one</source>
        <translation>Tab ou Entrée prend la formule choisie</translation>
    </message>
    <message>
        <source>Opening phrase</source>
        <translation>la formule d’ouverture</translation>
    </message>
</context>
<context>
    <name>OrganCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>OutcomeModel</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>The paragraphs appear here as you write them.</source>
        <translation>Les paragraphes apparaissent ici à mesure que vous les écrivez.</translation>
    </message>
    <message>
        <source>Preamble</source>
        <translation>Préambule</translation>
    </message>
    <message>
        <source>Operative part</source>
        <translation>Dispositif</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Annexe</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>The paragraphs in order; Enter goes to one, dragging moves it.</source>
        <translation>Les paragraphes dans l’ordre&#xa0;; Entrée va à l’un d’eux, le faire glisser le déplace.</translation>
    </message>
</context>
<context>
    <name>OutsideDialog</name>
    <message>
        <source>Changed outside this window</source>
        <translation>Modifié en dehors de cette fenêtre</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>In this window</source>
        <translation>Dans cette fenêtre</translation>
    </message>
    <message>
        <source>&amp;Take the other text</source>
        <translation>&amp;Prendre l’autre texte</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Garder le mien</translation>
    </message>
</context>
<context>
    <name>OwnFile</name>
    <message>
        <source>%1 is open in another window; save under another name.</source>
        <translation>%1 est ouvert dans une autre fenêtre&#xa0;; enregistrez sous un autre nom.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The file %1 is gone. What you have here is kept.</source>
        <translation>Le fichier %1 a disparu. Ce que vous avez ici est gardé.</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Le réécrire</translation>
    </message>
    <message>
        <source>Another program damaged %1. What you have here is kept.</source>
        <translation>Un autre programme a endommagé %1. Ce que vous avez ici est gardé.</translation>
    </message>
    <message>
        <source>%1 was changed outside this window. What you have here is kept.</source>
        <translation>%1 a été modifié en dehors de cette fenêtre. Ce que vous avez ici est gardé.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Take the other text</source>
        <translation>Prendre l’autre texte</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Take the text of the file</source>
        <translation>la reprise du texte du fichier</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>Enregistrer sous un autre nom…</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>The text of the resolution</source>
        <translation>Le texte de la résolution</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>What was pasted is still being read.</source>
        <translation>Le texte collé est encore en cours de lecture.</translation>
    </message>
    <message>
        <source>The text was changed meanwhile: nothing of it was replaced.</source>
        <translation>Le texte a été modifié entre-temps&#xa0;: rien n’y a été remplacé.</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>from {0}</source>
        <translation>tiré de {0}</translation>
    </message>
    <message>
        <source>from {0}, preambular para. {1}</source>
        <translation>tiré de {0}, préambule, al. {1}</translation>
    </message>
    <message>
        <source>from {0}, para. {1}</source>
        <translation>tiré de {0}, par. {1}</translation>
    </message>
    <message>
        <source>from {0}, annex, para. {1}</source>
        <translation>tiré de {0}, annexe, par. {1}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s)</source>
        <translation>
            <numerusform>%Ln paragraphe</numerusform>
            <numerusform>%Ln paragraphes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln footnote(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message>
        <source>Read: {0}.</source>
        <translation>Lu&#xa0;: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) to look at</source>
        <translation>
            <numerusform>%Ln passage à vérifier</numerusform>
            <numerusform>%Ln passages à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>Read: {0}. F8 goes from one to the next.</source>
        <translation>Lu&#xa0;: {0}. F8 va de l’un à l’autre.</translation>
    </message>
    <message>
        <source>Left out, since it is struck out: “%1”.</source>
        <translation>Laissé de côté, car biffé&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Not taken over, since the draft has its own: %1.</source>
        <translation>Non repris, car le projet a les siens&#xa0;: %1.</translation>
    </message>
    <message>
        <source>General Assembly</source>
        <translation>Assemblée générale</translation>
    </message>
    <message>
        <source>Security Council</source>
        <translation>Conseil de sécurité</translation>
    </message>
    <message>
        <source>Economic and Social Council</source>
        <translation>Conseil économique et social</translation>
    </message>
    <message>
        <source>Human Rights Council</source>
        <translation>Conseil des droits de l’homme</translation>
    </message>
    <message>
        <source>Another organ</source>
        <translation>Autre organe</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Organ line</source>
        <translation>Mention de l’organe</translation>
    </message>
    <message>
        <source>Closing lines</source>
        <translation>Mentions finales</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Vote</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Intertitre</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Quoted text</source>
        <translation>Texte cité</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>The file was read as Windows-1252</source>
        <translation>Le fichier a été lu comme du Windows-1252</translation>
    </message>
    <message>
        <source>No organ is named; taken to be %1</source>
        <translation>Aucun organe n’est nommé&#xa0;; supposé&#xa0;: %1</translation>
    </message>
    <message>
        <source>A hyphen at the end of a line was kept</source>
        <translation>Un trait d’union en fin de ligne a été gardé</translation>
    </message>
    <message>
        <source>A hyphen at the end of a line was taken out</source>
        <translation>Un trait d’union en fin de ligne a été supprimé</translation>
    </message>
    <message>
        <source>A hyphen was put back</source>
        <translation>Un trait d’union a été rétabli</translation>
    </message>
    <message>
        <source>A torn word was joined: %1</source>
        <translation>Un mot coupé a été recollé&#xa0;: %1</translation>
    </message>
    <message>
        <source>A paragraph may not begin here</source>
        <translation>Un paragraphe ne commence peut-être pas ici</translation>
    </message>
    <message>
        <source>The label %1 could be read otherwise</source>
        <translation>Le numéro %1 pourrait se lire autrement</translation>
    </message>
    <message>
        <source>This may not be the mark of note %1</source>
        <translation>Ce n’est peut-être pas l’appel de la note %1</translation>
    </message>
    <message>
        <source>The mark %1 has no note</source>
        <translation>L’appel %1 n’a pas de note</translation>
    </message>
    <message>
        <source>Note %1 is not marked in the text</source>
        <translation>La note %1 n’a pas d’appel dans le texte</translation>
    </message>
    <message>
        <source>Preamble</source>
        <translation>Préambule</translation>
    </message>
    <message>
        <source>Operative</source>
        <translation>Dispositif</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Annexe</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russe</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinois</translation>
    </message>
</context>
<context>
    <name>PrecedentCommands</name>
    <message>
        <source>&amp;Search…</source>
        <translation>&amp;Rechercher…</translation>
    </message>
    <message>
        <source>Finds wordings by words of them</source>
        <translation>Trouve des formulations par leurs mots</translation>
    </message>
    <message>
        <source>Take the &amp;rest</source>
        <translation>Prendre la &amp;suite</translation>
    </message>
    <message>
        <source>Completes the paragraph with the rest of the chosen precedent</source>
        <translation>Complète le paragraphe avec la suite du précédent choisi</translation>
    </message>
    <message>
        <source>&amp;Insert at the caret</source>
        <translation>&amp;Insérer au curseur</translation>
    </message>
    <message>
        <source>Puts the chosen precedent at the caret, or beside a finished paragraph</source>
        <translation>Met le précédent choisi au curseur, ou à côté d’un paragraphe achevé</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>S&amp;uivant</translation>
    </message>
    <message>
        <source>Chooses the next precedent</source>
        <translation>Choisit le précédent qui suit</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>Chooses the precedent before</source>
        <translation>Choisit le précédent d’avant</translation>
    </message>
    <message>
        <source>&amp;Open the document</source>
        <translation>&amp;Ouvrir le document</translation>
    </message>
    <message>
        <source>Shows the whole document of the chosen precedent</source>
        <translation>Montre tout le document du précédent choisi</translation>
    </message>
    <message>
        <source>Through the &amp;years</source>
        <translation>Au fil des &amp;ans</translation>
    </message>
    <message>
        <source>Shows the chosen precedent through the years, with what changed</source>
        <translation>Montre le précédent choisi au fil des ans, avec ce qui a changé</translation>
    </message>
    <message>
        <source>Start a &amp;draft from a resolution…</source>
        <translation>&amp;Nouveau projet à partir d’une résolution…</translation>
    </message>
    <message>
        <source>Begins a new draft with the whole text of a resolution</source>
        <translation>Commence un nouveau projet avec le texte entier d’une résolution</translation>
    </message>
    <message>
        <source>Take precedent &amp;%1</source>
        <translation>Prendre le précédent &amp;%1</translation>
    </message>
    <message>
        <source>Puts this precedent in the place of the paragraph</source>
        <translation>Met ce précédent à la place du paragraphe</translation>
    </message>
    <message>
        <source>Take a &amp;whole one</source>
        <translation>Prendre un &amp;texte entier</translation>
    </message>
</context>
<context>
    <name>Precedents</name>
    <message>
        <source>preamble</source>
        <translation>préambule</translation>
    </message>
    <message>
        <source>annex, para. {0}</source>
        <translation>annexe, par. {0}</translation>
    </message>
    <message>
        <source>annex</source>
        <translation>annexe</translation>
    </message>
    <message>
        <source>para. {0}</source>
        <translation>par. {0}</translation>
    </message>
    <message>
        <source>others</source>
        <translation>autres</translation>
    </message>
    <message>
        <source>without a vote</source>
        <translation>sans mise aux voix</translation>
    </message>
    <message>
        <source>always without a vote</source>
        <translation>toujours sans mise aux voix</translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a vote</source>
        <translation>
            <numerusform>%Ln sans mise aux voix</numerusform>
            <numerusform>%Ln sans mise aux voix</numerusform>
        </translation>
    </message>
    <message>
        <source>by vote</source>
        <translation>par un vote</translation>
    </message>
    <message>
        <source>used once</source>
        <translation>utilisée une fois</translation>
    </message>
    <message numerus="yes">
        <source>%Ln use(s)</source>
        <translation>
            <numerusform>%Ln emploi</numerusform>
            <numerusform>%Ln emplois</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the caret into a paragraph: the precedent goes there.</source>
        <translation>Placez le curseur dans un paragraphe&#xa0;: c’est là que va le précédent.</translation>
    </message>
    <message>
        <source>No precedent was found that could be taken.</source>
        <translation>Aucun précédent à prendre n’a été trouvé.</translation>
    </message>
    <message>
        <source>Take precedent</source>
        <translation>la reprise du précédent</translation>
    </message>
    <message>
        <source>Your words do not begin this precedent: it took their place.</source>
        <translation>Vos mots ne sont pas le début de ce précédent&#xa0;: il a pris leur place.</translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln item(s) (was|were) not taken.</source>
        <translation>
            <numerusform>Son alinéa n’a pas été pris.</numerusform>
            <numerusform>Ses %Ln alinéas n’ont pas été pris.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take (it|them) too</source>
        <translation>
            <numerusform>Le prendre aussi</numerusform>
            <numerusform>Les prendre aussi</numerusform>
        </translation>
    </message>
    <message>
        <source>Take its items</source>
        <translation>la reprise des alinéas</translation>
    </message>
    <message>
        <source>There is no precedent to open yet.</source>
        <translation>Il n’y a encore aucun précédent à ouvrir.</translation>
    </message>
    <message>
        <source>There is no precedent to follow through the years yet.</source>
        <translation>Il n’y a encore aucun précédent à suivre au fil des ans.</translation>
    </message>
</context>
<context>
    <name>PrecedentsPanel</name>
    <message>
        <source>&amp;Get more precedents…</source>
        <translation>O&amp;btenir d’autres précédents…</translation>
    </message>
    <message>
        <source>Search precedents…</source>
        <translation>Rechercher dans les précédents…</translation>
    </message>
    <message>
        <source>Search precedents</source>
        <translation>Rechercher dans les précédents</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Language, part, organ, years, without a vote</source>
        <translation>Langue, partie, organe, années, sans mise aux voix</translation>
    </message>
    <message>
        <source>Precedents</source>
        <translation>Précédents</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) searched</source>
        <translation>
            <numerusform>%Ln paragraphe consulté</numerusform>
            <numerusform>%Ln paragraphes consultés</numerusform>
        </translation>
    </message>
    <message>
        <source>new texts are still being taken up</source>
        <translation>de nouveaux textes sont encore en cours d’ajout</translation>
    </message>
    <message>
        <source>Ctrl+Enter takes the rest</source>
        <translation>Ctrl+Entrée prend la suite</translation>
    </message>
    <message>
        <source>Type a few words of a paragraph: wordings of past resolutions that are like it appear here, the best first, with when and by whom they were used. Or search for words above.</source>
        <translation>Tapez quelques mots d’un paragraphe&#xa0;: les formulations semblables de résolutions passées apparaissent ici, les meilleures d’abord, avec leurs dates et les organes qui les ont employées. Ou cherchez des mots ci-dessus.</translation>
    </message>
    <message>
        <source>None of your precedents is in {0} yet.</source>
        <translation>Aucun de vos précédents n’est encore en {0}.</translation>
    </message>
    <message>
        <source>The filter searches in the other languages.</source>
        <translation>Le filtre cherche dans les autres langues.</translation>
    </message>
    <message>
        <source>Nothing like this was found with this filter.</source>
        <translation>Rien de semblable n’a été trouvé avec ce filtre.</translation>
    </message>
    <message>
        <source>Nothing like this was found. Other words may find something.</source>
        <translation>Rien de semblable n’a été trouvé. D’autres mots donneront peut-être quelque chose.</translation>
    </message>
    <message>
        <source>Your precedents are being made ready. This happens once.</source>
        <translation>Vos précédents sont en préparation. Cela n’arrive qu’une fois.</translation>
    </message>
    <message>
        <source>Only: {0}</source>
        <translation>Seulement&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Take the &amp;rest</source>
        <translation>Prendre la &amp;suite</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>Re&amp;mplacer</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Insérer</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Years</source>
        <translation>&amp;Années</translation>
    </message>
    <message>
        <source>The precedent with its neighbours</source>
        <translation>Le précédent et ses voisins</translation>
    </message>
    <message>
        <source>Adds what follows after your words (Ctrl+Enter)</source>
        <translation>Ajoute ce qui suit après vos mots (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Puts it in the place of the paragraph (Alt+1…9)</source>
        <translation>Le met à la place du paragraphe (Alt+1…9)</translation>
    </message>
    <message>
        <source>Puts it at the caret, or beside a finished paragraph</source>
        <translation>Le met au curseur, ou à côté d’un paragraphe achevé</translation>
    </message>
    <message>
        <source>Opens the whole document at this place</source>
        <translation>Ouvre tout le document à cet endroit</translation>
    </message>
    <message>
        <source>Shows this paragraph through the years, with its changes</source>
        <translation>Montre ce paragraphe au fil des ans, avec ses changements</translation>
    </message>
    <message>
        <source>Official text in another language</source>
        <translation>Texte officiel dans une autre langue</translation>
    </message>
    <message>
        <source>The official text of the same place</source>
        <translation>Le texte officiel du même passage</translation>
    </message>
    <message>
        <source>▲ the two texts have {0} and {1} paragraphs here: look whether it is the place</source>
        <translation>▲ les deux textes ont ici {0} et {1} paragraphes&#xa0;: vérifiez que c’est le bon passage</translation>
    </message>
    <message>
        <source>Also in {0}</source>
        <translation>Aussi dans {0}</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Previous pa&amp;ge</source>
        <translation>Page pré&amp;cédente</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>Page &amp;suivante</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>Aperçu avant impression</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Agrandir</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>Page &amp;entière</translation>
    </message>
    <message>
        <source>&amp;Full width</source>
        <translation>Pleine &amp;largeur</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>{0}: not printed: choose another place or printer.</source>
        <translation>{0}&#xa0;: non imprimé&#xa0;; choisissez un autre endroit ou une autre imprimante.</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Écrit dans {0}.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Envoyé à l’imprimante.</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>&amp;Fix</source>
        <translation>&amp;Corriger</translation>
    </message>
    <message>
        <source>Fix &amp;all alike</source>
        <translation>Corriger &amp;tous les semblables</translation>
    </message>
    <message>
        <source>&amp;Ignore here</source>
        <translation>&amp;Ignorer ici</translation>
    </message>
    <message>
        <source>&amp;Turn rule off</source>
        <translation>&amp;Désactiver la règle</translation>
    </message>
    <message>
        <source>Mends all problems of this kind in one step</source>
        <translation>Corrige en une fois tous les problèmes de ce type</translation>
    </message>
    <message>
        <source>Does not show this problem again in this draft</source>
        <translation>Ne montre plus ce problème dans ce projet</translation>
    </message>
    <message>
        <source>Problems of this kind are not shown in any draft any more</source>
        <translation>Les problèmes de ce type ne sont plus montrés dans aucun projet</translation>
    </message>
    <message>
        <source>By paragraph</source>
        <translation>Par paragraphe</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>Par règle</translation>
    </message>
    <message>
        <source>Group the problems</source>
        <translation>Grouper les problèmes</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explication</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Footnote %1</source>
        <translation>Note %1</translation>
    </message>
    <message>
        <source>The whole draft</source>
        <translation>Tout le projet</translation>
    </message>
    <message>
        <source>No problems found. The text is checked as you write.</source>
        <translation>Aucun problème trouvé. Le texte est vérifié pendant que vous écrivez.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification en cours…</translation>
    </message>
    <message>
        <source>Choose a problem to see what it is about.</source>
        <translation>Choisissez un problème pour voir de quoi il s’agit.</translation>
    </message>
    <message>
        <source>Source: rule %1 of the editorial rules</source>
        <translation>Source&#xa0;: règle %1 des règles de rédaction</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Incorrect</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Correction&#xa0;: %1</translation>
    </message>
    <message>
        <source>Ignore problem</source>
        <translation>la mise à l’écart du problème</translation>
    </message>
</context>
<context>
    <name>QuietBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Reading %1, a large text…</source>
        <translation>Lecture de %1, un long texte…</translation>
    </message>
    <message>
        <source>%1 was not read.</source>
        <translation>%1 n’a pas été lu.</translation>
    </message>
    <message>
        <source>Reading what was pasted, a large text…</source>
        <translation>Lecture du texte collé, qui est long…</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>Rien n’a été collé.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>ReaderWindow</name>
    <message>
        <source>&amp;Start a draft from it</source>
        <translation>&amp;Commencer un projet à partir de lui</translation>
    </message>
    <message>
        <source>The whole document</source>
        <translation>Le document entier</translation>
    </message>
    <message>
        <source>Find in the document…</source>
        <translation>Rechercher dans le document…</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Rechercher dans le document</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>▲ The two texts do not have as many paragraphs here: look for the place.</source>
        <translation>▲ Les deux textes n’ont pas ici le même nombre de paragraphes&#xa0;: cherchez le passage.</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Drafts you have worked on will be listed here, latest first.</source>
        <translation>Les projets sur lesquels vous avez travaillé apparaîtront ici, le dernier en tête.</translation>
    </message>
    <message>
        <source>▲ not there now</source>
        <translation>▲ absent en ce moment</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ou&amp;vrir un projet récent</translation>
    </message>
    <message>
        <source>No draft yet</source>
        <translation>Pas encore de projet</translation>
    </message>
</context>
<context>
    <name>RecoveryOffer</name>
    <message>
        <source>Loo&amp;k at them</source>
        <translation>Les &amp;voir</translation>
    </message>
    <message>
        <source>L&amp;ater</source>
        <translation>P&amp;lus tard</translation>
    </message>
    <message>
        <source>Open this &amp;draft</source>
        <translation>&amp;Ouvrir ce projet</translation>
    </message>
    <message>
        <source>&amp;Throw away…</source>
        <translation>&amp;Jeter…</translation>
    </message>
    <message>
        <source>Throw this draft away? It cannot be brought back.</source>
        <translation>Jeter ce projet&#xa0;? Il ne pourra pas être récupéré.</translation>
    </message>
    <message>
        <source>Throw awa&amp;y</source>
        <translation>&amp;Jeter</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>Le &amp;garder</translation>
    </message>
    <message>
        <source>▲ Draft that cannot be read</source>
        <translation>▲ Projet illisible</translation>
    </message>
    <message>
        <source>Draft without a title</source>
        <translation>Projet sans titre</translation>
    </message>
    <message>
        <source>Drafts that were not saved</source>
        <translation>Projets non enregistrés</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>This draft was never saved. It holds:</source>
        <translation>Ce projet n’a jamais été enregistré. Il contient&#xa0;:</translation>
    </message>
    <message>
        <source>In the saved file</source>
        <translation>Dans le fichier enregistré</translation>
    </message>
    <message>
        <source>What was kept</source>
        <translation>Ce qui a été gardé</translation>
    </message>
    <message numerus="yes">
        <source>(A draft was|%Ln drafts were) not saved when the program ended.</source>
        <translation>
            <numerusform>Un projet n’était pas enregistré quand le programme s’est arrêté.</numerusform>
            <numerusform>%Ln projets n’étaient pas enregistrés quand le programme s’est arrêté.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Hide it</source>
        <translation>Le &amp;masquer</translation>
    </message>
    <message>
        <source>&amp;Hide them</source>
        <translation>Les &amp;masquer</translation>
    </message>
    <message>
        <source>Loo&amp;k at it</source>
        <translation>Le &amp;voir</translation>
    </message>
</context>
<context>
    <name>Repetitions</name>
    <message>
        <source>Set them right</source>
        <translation>Les corriger</translation>
    </message>
    <message>
        <source>“also” and “further” no longer fit the order of the paragraphs.</source>
        <translation>Les mots de répétition («&#xa0;également&#xa0;», «&#xa0;en outre&#xa0;») ne correspondent plus à l’ordre des paragraphes.</translation>
    </message>
    <message>
        <source>Set “also” and “further” right</source>
        <translation>la correction des mots de répétition</translation>
    </message>
</context>
<context>
    <name>ResolutionChoice</name>
    <message>
        <source>Start from a resolution</source>
        <translation>Partir d’une résolution</translation>
    </message>
    <message>
        <source>A number such as 63/195, or words of the title…</source>
        <translation>Un numéro comme 63/195, ou des mots du titre…</translation>
    </message>
    <message>
        <source>Number or words of the title</source>
        <translation>Numéro ou mots du titre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Resolutions</source>
        <translation>Résolutions</translation>
    </message>
    <message>
        <source>&amp;Start the draft</source>
        <translation>&amp;Commencer le projet</translation>
    </message>
    <message>
        <source>Your precedents are being made ready. This happens once.</source>
        <translation>Vos précédents sont en préparation. Cela n’arrive qu’une fois.</translation>
    </message>
    <message>
        <source>Nothing among your precedents is called so.</source>
        <translation>Rien ne porte ce nom parmi vos précédents.</translation>
    </message>
</context>
<context>
    <name>RulesOff</name>
    <message numerus="yes">
        <source>%Ln rule(s) turned off</source>
        <translation>
            <numerusform>%Ln règle désactivée</numerusform>
            <numerusform>%Ln règles désactivées</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn on: %1</source>
        <translation>Réactiver&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Severities</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Conseil</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln erreur</numerusform>
            <numerusform>%Ln erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln avertissement</numerusform>
            <numerusform>%Ln avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hint(s)</source>
        <translation>
            <numerusform>%Ln conseil</numerusform>
            <numerusform>%Ln conseils</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Precedents</source>
        <translation>Précédents</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Masthead</source>
        <translation>En-tête</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importation</translation>
    </message>
</context>
<context>
    <name>SponsorsEdit</name>
    <message>
        <source>Make it the nearest State</source>
        <translation>le remplacement par l’État le plus proche</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sponsor(s)</source>
        <translation>
            <numerusform>%Ln auteur</numerusform>
            <numerusform>%Ln auteurs</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}” is not among the sponsors yet: Enter in its field adds it.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas encore parmi les auteurs&#xa0;: Entrée dans son champ l’ajoute.</translation>
    </message>
    <message>
        <source>{0} is no Member or observer State.</source>
        <translation>{0} n’est ni un État Membre ni un État observateur.</translation>
    </message>
    <message>
        <source>Make it {0}</source>
        <translation>Mettre {0}</translation>
    </message>
    <message>
        <source>Add a State…</source>
        <translation>Ajouter un État…</translation>
    </message>
    <message>
        <source>Add a sponsor</source>
        <translation>Ajouter un auteur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Au nom de</translation>
    </message>
    <message>
        <source>Sponsors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>F2 or a double click edits, Delete takes a State out.</source>
        <translation>F2 ou un double clic modifie, Suppr retire un État.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>&amp;Open a file…</source>
        <translation>&amp;Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>A draft, a plain text, a web page, Akoma Ntoso</source>
        <translation>Un projet, un texte brut, une page Web, Akoma Ntoso</translation>
    </message>
    <message>
        <source>&amp;Paste a text</source>
        <translation>&amp;Coller un texte</translation>
    </message>
    <message>
        <source>Out of a PDF, Word or an e-mail</source>
        <translation>Tiré d’un PDF, de Word ou d’un courriel</translation>
    </message>
    <message>
        <source>&amp;Start from a resolution…</source>
        <translation>&amp;Partir d’une résolution…</translation>
    </message>
    <message>
        <source>Its whole text as a new draft</source>
        <translation>Son texte entier comme nouveau projet</translation>
    </message>
    <message>
        <source>Look at the sa&amp;mple</source>
        <translation>Voir l’e&amp;xemple</translation>
    </message>
    <message>
        <source>Resolution 64/177 as it comes out of a PDF</source>
        <translation>La résolution 64/177 telle qu’elle sort d’un PDF</translation>
    </message>
    <message>
        <source>General Assembly</source>
        <translation>Assemblée générale</translation>
    </message>
    <message>
        <source>Security Council</source>
        <translation>Conseil de sécurité</translation>
    </message>
    <message>
        <source>Economic and Social Council</source>
        <translation>Conseil économique et social</translation>
    </message>
    <message>
        <source>Human Rights Council</source>
        <translation>Conseil des droits de l’homme</translation>
    </message>
    <message>
        <source>Another organ</source>
        <translation>Autre organe</translation>
    </message>
    <message>
        <source>Draft resolution</source>
        <translation>Projet de résolution</translation>
    </message>
    <message>
        <source>Adopted resolution</source>
        <translation>Résolution adoptée</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Presidential statement</source>
        <translation>Déclaration présidentielle</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Page d’accueil</translation>
    </message>
    <message>
        <source>A drafting desk for United Nations resolutions</source>
        <translation>Une table de rédaction pour les résolutions des Nations Unies</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>A file can also be dropped on this window.</source>
        <translation>On peut aussi déposer un fichier sur cette fenêtre.</translation>
    </message>
    <message>
        <source>&amp;Language of the text</source>
        <translation>&amp;Langue du texte</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>Nouveau projet</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Drafter</source>
        <translation>Drafter</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>PP and OP: preambular and operative paragraphs. Words: those of the title and the paragraphs, without masthead, organ line, closing lines and footnotes.</source>
        <translation>al. et par.&#xa0;: alinéas du préambule et paragraphes du dispositif. Mots&#xa0;: ceux du titre et des paragraphes, sans l’en-tête, la mention de l’organe, les mentions finales ni les notes.</translation>
    </message>
    <message>
        <source>{0} PP {1} OP</source>
        <translation>{0} al. {1} par.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln mot</numerusform>
            <numerusform>%Ln mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Changed since it was saved</source>
        <translation>Modifié depuis l’enregistrement</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Enregistré %1</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Cells of the table</source>
        <translation>Cellules du tableau</translation>
    </message>
    <message>
        <source>Enter or F2 edits a cell; Ctrl+Enter takes all of them over.</source>
        <translation>Entrée ou F2 modifie une cellule&#xa0;; Ctrl+Entrée les reprend toutes.</translation>
    </message>
    <message>
        <source>Add &amp;row</source>
        <translation>Ajouter une &amp;ligne</translation>
    </message>
    <message>
        <source>Add &amp;column</source>
        <translation>Ajouter une &amp;colonne</translation>
    </message>
    <message>
        <source>Remove r&amp;ow</source>
        <translation>&amp;Supprimer la ligne</translation>
    </message>
    <message>
        <source>Remove co&amp;lumn</source>
        <translation>Supprimer la col&amp;onne</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Put the caret into a paragraph: the table goes below it.</source>
        <translation>Placez le curseur dans un paragraphe&#xa0;: le tableau se place en dessous.</translation>
    </message>
    <message>
        <source>Edit table</source>
        <translation>la modification du tableau</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>le nouveau tableau</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Uses by year</source>
        <translation>Emplois par année</translation>
    </message>
    <message numerus="yes">
        <source>%Ln use(s)</source>
        <translation>
            <numerusform>%Ln emploi</numerusform>
            <numerusform>%Ln emplois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionViews</name>
    <message>
        <source>Restore version</source>
        <translation>le rétablissement de la version</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Na&amp;me…</source>
        <translation>No&amp;mmer…</translation>
    </message>
    <message>
        <source>&amp;Keep the draft as it is now</source>
        <translation>&amp;Garder le projet dans son état actuel</translation>
    </message>
    <message>
        <source>&amp;Restore the chosen version</source>
        <translation>&amp;Rétablir la version choisie</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Versions, de la plus récente à la plus ancienne</translation>
    </message>
    <message>
        <source>Name of a new version, such as “before the vote”</source>
        <translation>Nom d’une nouvelle version, par exemple «&#xa0;avant le vote&#xa0;»</translation>
    </message>
    <message>
        <source>Name of a new version</source>
        <translation>Nom d’une nouvelle version</translation>
    </message>
    <message>
        <source>Name the chosen version, so that it is kept for ever (F2)</source>
        <translation>Nommer la version choisie, pour qu’elle soit gardée pour toujours (F2)</translation>
    </message>
    <message>
        <source>The draft now</source>
        <translation>Le projet actuel</translation>
    </message>
    <message>
        <source>Save the draft first: from then on a version is kept at each save.</source>
        <translation>Enregistrez d’abord le projet&#xa0;: une version sera ensuite gardée à chaque enregistrement.</translation>
    </message>
    <message>
        <source>A version will be kept here at each save. Those with a name are kept for ever.</source>
        <translation>Une version sera gardée ici à chaque enregistrement. Celles qui ont un nom sont gardées pour toujours.</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>How far it has come</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Which results are shown</source>
        <translation>Résultats montrés</translation>
    </message>
    <message>
        <source>What became of each text</source>
        <translation>Ce qu’il est advenu de chaque texte</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Tous les résultats</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>There is no note yet to mark again.</source>
        <translation>Il n’y a encore aucune note à appeler de nouveau.</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>Aucun problème trouvé.</translation>
    </message>
    <message>
        <source>Still checking…</source>
        <translation>Vérification encore en cours…</translation>
    </message>
    <message>
        <source>Ignore problem</source>
        <translation>la mise à l’écart du problème</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problème</numerusform>
            <numerusform>%Ln problèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems  {0}</source>
        <translation>Problèmes  {0}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Change language of the text</source>
        <translation>le changement de langue du texte</translation>
    </message>
</context>
<context>
    <name>WorkspaceCommands</name>
    <message>
        <source>&amp;Versions…</source>
        <translation>Ve&amp;rsions…</translation>
    </message>
    <message>
        <source>Compares and restores earlier saves</source>
        <translation>Compare et rétablit des enregistrements antérieurs</translation>
    </message>
    <message>
        <source>Print previe&amp;w…</source>
        <translation>&amp;Aperçu avant impression…</translation>
    </message>
    <message>
        <source>Shows the pages as they print</source>
        <translation>Montre les pages telles qu’elles s’impriment</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Prints the page</source>
        <translation>Imprime la page</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Rec&amp;hercher…</translation>
    </message>
    <message>
        <source>Finds words</source>
        <translation>Recherche des mots</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Re&amp;mplacer…</translation>
    </message>
    <message>
        <source>Finds words and replaces them</source>
        <translation>Recherche des mots et les remplace</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Occurrence suivan&amp;te</translation>
    </message>
    <message>
        <source>Goes to the next find</source>
        <translation>Va à l’occurrence suivante</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Occurrence précé&amp;dente</translation>
    </message>
    <message>
        <source>Goes to the find before</source>
        <translation>Va à l’occurrence précédente</translation>
    </message>
    <message>
        <source>All co&amp;mmands…</source>
        <translation>To&amp;utes les commandes…</translation>
    </message>
    <message>
        <source>Finds any command by its name</source>
        <translation>Trouve une commande par son nom</translation>
    </message>
    <message>
        <source>&amp;Opening phrase</source>
        <translation>&amp;Formule d’ouverture</translation>
    </message>
    <message>
        <source>Offers what may begin here</source>
        <translation>Propose ce qui peut commencer ici</translation>
    </message>
    <message>
        <source>&amp;Mark a footnote again…</source>
        <translation>Nouvel &amp;appel de note…</translation>
    </message>
    <message>
        <source>Puts a further mark of a footnote at the caret</source>
        <translation>Place au curseur un nouvel appel d’une note</translation>
    </message>
    <message>
        <source>&amp;Annex</source>
        <translation>Anne&amp;xe</translation>
    </message>
    <message>
        <source>Begins an annex at the end of the text</source>
        <translation>Commence une annexe à la fin du texte</translation>
    </message>
    <message>
        <source>&amp;Table…</source>
        <translation>&amp;Tableau…</translation>
    </message>
    <message>
        <source>Edits the table at the caret, or makes a new one below the paragraph</source>
        <translation>Modifie le tableau au curseur, ou en crée un sous le paragraphe</translation>
    </message>
    <message>
        <source>To the messa&amp;ge below</source>
        <translation>Aller au messa&amp;ge en bas</translation>
    </message>
    <message>
        <source>Goes to what the bar below the page offers</source>
        <translation>Va à ce que propose la barre sous la page</translation>
    </message>
    <message>
        <source>To the &amp;outline</source>
        <translation>Aller au p&amp;lan</translation>
    </message>
    <message>
        <source>Goes to the outline</source>
        <translation>Va au plan</translation>
    </message>
    <message>
        <source>To the p&amp;roblems</source>
        <translation>Aller aux pro&amp;blèmes</translation>
    </message>
    <message>
        <source>Goes to the problems</source>
        <translation>Va aux problèmes</translation>
    </message>
    <message>
        <source>To the &amp;footnotes</source>
        <translation>Aller aux &amp;notes</translation>
    </message>
    <message>
        <source>Goes to the footnotes</source>
        <translation>Va aux notes</translation>
    </message>
    <message>
        <source>To the &amp;masthead</source>
        <translation>Aller à l’&amp;en-tête</translation>
    </message>
    <message>
        <source>Goes to the masthead</source>
        <translation>Va à l’en-tête</translation>
    </message>
    <message>
        <source>To the pre&amp;cedents</source>
        <translation>Aller aux précé&amp;dents</translation>
    </message>
    <message>
        <source>Goes to the precedents</source>
        <translation>Va aux précédents</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>&amp;Vérifier maintenant</translation>
    </message>
    <message>
        <source>Checks the text at once</source>
        <translation>Vérifie le texte immédiatement</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>Problème &amp;suivant</translation>
    </message>
    <message>
        <source>Goes to the next problem</source>
        <translation>Va au problème suivant</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>Problème &amp;précédent</translation>
    </message>
    <message>
        <source>Goes to the problem before</source>
        <translation>Va au problème précédent</translation>
    </message>
    <message>
        <source>&amp;Fixes here…</source>
        <translation>&amp;Corrections ici…</translation>
    </message>
    <message>
        <source>Shows what can be mended at the caret</source>
        <translation>Montre ce qui peut être corrigé au curseur</translation>
    </message>
    <message>
        <source>&amp;Corpus…</source>
        <translation>&amp;Corpus…</translation>
    </message>
    <message>
        <source>Shows what is in the corpus, adds to it and looks after it</source>
        <translation>Montre le contenu du corpus, le complète et l’entretient</translation>
    </message>
    <message>
        <source>&amp;Get more…</source>
        <translation>O&amp;btenir d’autres textes…</translation>
    </message>
    <message>
        <source>Fetches the open data of the United Nations, when you say so</source>
        <translation>Télécharge les données ouvertes des Nations Unies, à votre demande</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>Shows the manual</source>
        <translation>Affiche le manuel</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Lists all keys</source>
        <translation>Énumère tous les raccourcis</translation>
    </message>
    <message>
        <source>&amp;Change keys…</source>
        <translation>Modifier les ra&amp;ccourcis…</translation>
    </message>
    <message>
        <source>Gives commands other keys</source>
        <translation>Donne d’autres raccourcis aux commandes</translation>
    </message>
    <message>
        <source>&amp;About Drafter</source>
        <translation>À &amp;propos de Drafter</translation>
    </message>
    <message>
        <source>What the program is</source>
        <translation>Ce qu’est le programme</translation>
    </message>
    <message>
        <source>Labels, punctuation and set wordings follow</source>
        <translation>La numérotation, la ponctuation et les formules suivent</translation>
    </message>
    <message>
        <source>Language of the text: {0}</source>
        <translation>Langue du texte&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Set &amp;end marks automatically</source>
        <translation>Ponctuation &amp;finale automatique</translation>
    </message>
    <message>
        <source>Commas, semicolons and stops follow when the structure changes</source>
        <translation>Virgules, points-virgules et points suivent quand la structure change</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>{0} panel</source>
        <translation>Volet {0}</translation>
    </message>
    <message>
        <source>Shows or hides the panel</source>
        <translation>Affiche ou masque le volet</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the text</source>
        <translation>&amp;Langue du texte</translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>A table is edited cell by cell.</source>
        <translation>Un tableau se modifie cellule par cellule.</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>la frappe</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>la suppression</translation>
    </message>
    <message>
        <source>New paragraph</source>
        <translation>le nouveau paragraphe</translation>
    </message>
    <message>
        <source>Join paragraphs</source>
        <translation>la réunion des paragraphes</translation>
    </message>
    <message>
        <source>Level down</source>
        <translation>l’abaissement d’un niveau</translation>
    </message>
    <message>
        <source>Level up</source>
        <translation>la remontée d’un niveau</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>le déplacement vers le haut</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>le déplacement vers le bas</translation>
    </message>
    <message>
        <source>Make preambular</source>
        <translation>le passage au préambule</translation>
    </message>
    <message>
        <source>Make operative</source>
        <translation>le passage au dispositif</translation>
    </message>
    <message>
        <source>Make heading</source>
        <translation>le passage en intertitre</translation>
    </message>
    <message>
        <source>Delete paragraph</source>
        <translation>la suppression du paragraphe</translation>
    </message>
    <message>
        <source>Change style</source>
        <translation>le changement de style</translation>
    </message>
    <message>
        <source>A footnote belongs to a paragraph.</source>
        <translation>Une note de bas de page se place dans un paragraphe.</translation>
    </message>
    <message>
        <source>A footnote of a table is set in its cell.</source>
        <translation>La note d’un tableau se place dans sa cellule.</translation>
    </message>
    <message>
        <source>Insert footnote</source>
        <translation>l’insertion de la note</translation>
    </message>
    <message>
        <source>Mark note again</source>
        <translation>le nouvel appel de note</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>le collage</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>la coupe</translation>
    </message>
    <message>
        <source>Move words</source>
        <translation>le déplacement des mots</translation>
    </message>
    <message>
        <source>Move paragraph</source>
        <translation>le déplacement du paragraphe</translation>
    </message>
</context>
<context>
    <name>YearBars</name>
    <message>
        <source>Texts by year</source>
        <translation>Textes par année</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}&#xa0;: {1}</translation>
    </message>
</context>
<context>
    <name>keyboard</name>
    <message>
        <source>Tab changes the level at the start of a paragraph.</source>
        <translation>Tab change le niveau au début d’un paragraphe.</translation>
    </message>
</context>
<context>
    <name>moments</name>
    <message>
        <source>today %1</source>
        <translation>aujourd’hui %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hier %1</translation>
    </message>
</context>
</TS>
