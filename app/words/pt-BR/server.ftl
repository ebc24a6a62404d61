## Pages the server renders itself

served-noscript = O Outrider guarda seus clientes no seu dispositivo e precisa de JavaScript para isso. Permita-o neste site.
served-join-title = Escolha sua senha
served-join-welcome = Boas-vindas,
served-join-hint = Pelo menos dez caracteres. Você entra com este e-mail:
served-password = Senha
served-password-again = A mesma senha outra vez
served-join-button = Salvar e abrir o Outrider
served-gone = Este link já foi usado ou expirou. Peça um novo a quem administra o seu espaço de trabalho.
served-short = A senha precisa de pelo menos dez caracteres.
served-long = A senha é longa demais.
served-different = As duas senhas não são iguais.
served-failed = Não deu certo agora. Tente de novo daqui a pouco.
served-to-app = Ir para o Outrider
